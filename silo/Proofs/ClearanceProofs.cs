using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Clearance;
using Tracking.Silo.Api;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Proofs;

/// <summary>Signs clearance answers, so that what was asked and answered, when and to whom can be shown later without asking us.</summary>
internal sealed class ClearanceProofs : IDisposable
{
    private readonly ProofKey[] keys;
    private readonly string issuer;

    public ClearanceProofs(IOptions<ProofsOptions> options)
    {
        issuer = options.Value.Issuer;
        keys = [.. options.Value.Keys.Select((path, index) => ProofKey.Read(path, signs: index == 0).Key!)];
    }

    /// <summary>Whether there is a key to sign with.</summary>
    public bool AreOffered => keys.Length > 0;

    /// <summary>The proof of an answer: a JWS whose payload is the answer itself, who gave it and who asked.</summary>
    public string Prove(ClearanceAnswer answer, Partner asker)
    {
        var payload = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(payload, JsonAnswer.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("iss"u8, issuer);
            writer.WriteString("aud"u8, asker.Actor.Organisation);
            writer.WriteNumber("iat"u8, answer.AskedAt.ToUnixTimeSeconds());
            writer.WritePropertyName("answer"u8);
            ClearanceAnswers.Write(writer, answer);
            writer.WriteEndObject();
        }

        return keys[0].Sign(payload.WrittenSpan);
    }

    /// <summary>The public keys as a JSON Web Key Set (RFC 7517).</summary>
    public void WriteKeys(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("keys"u8);
        foreach (var key in keys)
        {
            writer.WriteStartObject();
            writer.WriteString("kty"u8, "EC");
            writer.WriteString("crv"u8, "P-256");
            writer.WriteString("x"u8, key.X);
            writer.WriteString("y"u8, key.Y);
            writer.WriteString("kid"u8, key.Id);
            writer.WriteString("alg"u8, "ES256");
            writer.WriteString("use"u8, "sig");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public void Dispose() => Array.ForEach(keys, key => key.Dispose());
}

/// <summary>Refuses a start with keys that cannot sign.</summary>
internal sealed class ProofsValidation : IValidateOptions<ProofsOptions>
{
    public ValidateOptionsResult Validate(string? name, ProofsOptions options)
    {
        var faults = new List<string>();
        for (var i = 0; i < options.Keys.Count; i++)
        {
            var (key, fault) = ProofKey.Read(options.Keys[i], signs: i == 0);
            key?.Dispose();
            if (fault is not null)
            {
                faults.Add($"{ProofsOptions.Section}:{nameof(options.Keys)}:{i} is '{options.Keys[i]}', which {fault}.");
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
