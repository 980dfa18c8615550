using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Tracking.Api.Tests;

/// <summary>A clearance answer that can be shown later: verified here with nothing but the published keys.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proofs-").FullName;

    [Fact]
    public async Task A_proof_verifies_offline_and_says_what_was_asked_answered_when_and_by_whom()
    {
        await using var silo = await Silo.StartAsync(keys: true, ("Proofs:Keys:0", KeyFile("one")), ("Proofs:Issuer", "https://tracking.example"));
        var (_, answer) = await silo.GetAsync("/v1/clearance/ups/A1?for=leave&proof=true", Silo.CarrierKey);
        var (_, keys) = await silo.GetAsync("/.well-known/jwks.json");
        var payload = Verified(answer.GetProperty("proof").GetString()!, keys);

        Assert.Equal(("https://tracking.example", "ups"), (payload.GetProperty("iss").GetString(), payload.GetProperty("aud").GetString()));
        foreach (var field in new[] { "carrier", "number", "for", "verdict", "reasons", "position", "askedAt" })
        {
            Assert.Equal(answer.GetProperty(field).ToString(), payload.GetProperty("answer").GetProperty(field).ToString());
        }
    }

    [Fact]
    public async Task One_changed_character_of_a_proof_is_found()
    {
        await using var silo = await Silo.StartAsync(keys: false, ("Proofs:Keys:0", KeyFile("one")));
        var (_, answer) = await silo.GetAsync("/v1/clearance/ups/A1?for=leave&proof=true");
        var (_, keys) = await silo.GetAsync("/.well-known/jwks.json");
        var parts = answer.GetProperty("proof").GetString()!.Split('.');
        var other = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("\"A1\"", "\"A2\"", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => Verified($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(other))}.{parts[2]}", keys));
    }

    [Fact]
    public async Task After_a_rotation_old_proofs_still_verify_with_the_public_part_of_the_old_key()
    {
        var (old, fresh) = (KeyFile("old"), KeyFile("fresh"));
        string proof;
        await using (var silo = await Silo.StartAsync(keys: false, ("Proofs:Keys:0", old), ("Proofs:Keys:1", fresh)))
        {
            proof = (await silo.GetAsync("/v1/clearance/ups/A1?for=leave&proof=true")).Body.GetProperty("proof").GetString()!;
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(old));
        await File.WriteAllTextAsync(old, key.ExportSubjectPublicKeyInfoPem());
        await using var later = await Silo.StartAsync(keys: false, ("Proofs:Keys:0", fresh), ("Proofs:Keys:1", old));
        var (_, keys) = await later.GetAsync("/.well-known/jwks.json");
        Assert.Equal("A1", Verified(proof, keys).GetProperty("answer").GetProperty("number").GetString());
        Verified((await later.GetAsync("/v1/clearance/ups/A1?for=leave&proof=true")).Body.GetProperty("proof").GetString()!, keys);
    }

    [Fact]
    public async Task Who_does_not_ask_gets_none_and_where_no_key_is_who_asks_is_told()
    {
        await using var silo = await Silo.StartAsync();
        Assert.False((await silo.GetAsync("/v1/clearance/ups/A1?for=leave")).Body.TryGetProperty("proof", out _));
        Assert.False((await silo.GetAsync("/v1/clearance/ups/A1?for=leave&proof=false")).Body.TryGetProperty("proof", out _));
        foreach (var wrong in new[] { "true", "yes" })
        {
            var (response, problem) = await silo.GetAsync($"/v1/clearance/ups/A1?for=leave&proof={wrong}");
            Assert.Equal((HttpStatusCode.BadRequest, "proof"), (response.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        }
    }

    [Fact]
    public async Task A_key_that_cannot_sign_stops_the_start()
    {
        var file = KeyFile("public");
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(file));
        await File.WriteAllTextAsync(file, key.ExportSubjectPublicKeyInfoPem());
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Silo.StartAsync(keys: false, ("Proofs:Keys:0", file)));
        Assert.Contains("no private key", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string KeyFile(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = Path.Combine(folder, $"{name}.pem");
        File.WriteAllText(path, key.ExportECPrivateKeyPem());
        return path;
    }

    private static JsonElement Verified(string proof, JsonElement keys)
    {
        var parts = proof.Split('.');
        var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        Assert.Equal("ES256", head.GetProperty("alg").GetString());
        var published = keys.GetProperty("keys").EnumerateArray().Single(k => k.GetProperty("kid").GetString() == head.GetProperty("kid").GetString());
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(published.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(published.GetProperty("y").GetString()) },
        });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        return JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
    }
}
