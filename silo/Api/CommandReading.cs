using System.Text.Json;
using Tracking.Contracts.Access;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;

namespace Tracking.Silo.Api;

/// <summary>Reads what a named officer of an authority wants, as one JSON object.</summary>
internal static class CommandReading
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.Depth, AllowDuplicateProperties = false };

    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">What it asks for.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="remedy">What to do where it is too large.</param>
    /// <param name="read">Reads the object; null with complaints where it cannot be read.</param>
    public static async Task<(T? Command, Problem? Problem)> ReadAsync<T>(HttpContext context, string remedy, Func<JsonElement, (T? Command, ImmutableArray<Complaint> Complaints)> read)
        where T : class
    {
        var (body, unread) = await WholeBody.ReadAsync(context, remedy);
        if (body is null)
        {
            return (null, unread);
        }

        try
        {
            using var document = JsonDocument.Parse(body.WrittenMemory, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, Malformed([new Complaint("", "must be an object", "Send an object.")]));
            }

            var (command, complaints) = read(document.RootElement);
            return (command, command is null ? Malformed(complaints) : null);
        }
        catch (JsonException exception)
        {
            return (null, OrderProblems.NotJson(exception));
        }
        catch (InvalidOperationException)
        {
            // The only way to learn of a text that is not UTF-8 or has half of a surrogate pair.
            return (null, Malformed([new Complaint("", "has a text that is not UTF-8, or half of a surrogate pair", "Send the body in UTF-8.")]));
        }
    }

    /// <summary>Who decides: the body's <c>officer</c>, by name and role; null where it is absent or wrong.</summary>
    /// <param name="root">The body.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="authority">Whose officer; null where that is wrong.</param>
    public static Actor? Officer(JsonElement root, BodyFields fields, string? authority)
    {
        var officer = fields.Nested("officer", "Name the officer who decides: name, and role where it is supervisor.", "name", "role");
        var name = officer?.Text("name", Limits.Name, required: true);
        var role = root.TryGetProperty("officer", out var given) && given.ValueKind == JsonValueKind.Object && given.TryGetProperty("role", out _)
            ? officer!.OneOf("role", RoleOf, "officer, supervisor")
            : ActorRole.Officer;
        return authority is null || name is null || role is null ? null : new Actor(authority, name, role.Value);
    }

    /// <summary>What is said to a key that may not bring an authority's decisions.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="rights">What the key speaks for.</param>
    public static Problem NotEntitled(string authority, string rights) => new(
        "not-entitled", StatusCodes.Status403Forbidden, "This key may not do that", $"Only a key of {authority} brings its officers' decisions. This key speaks for {rights}.");

    private static Problem Malformed(ImmutableArray<Complaint> complaints) => new(
        "malformed", StatusCodes.Status422UnprocessableEntity, "The command cannot be read", $"These fields are wrong: {string.Join(", ", complaints.Select(c => c.Path))}.")
    {
        Errors = complaints,
    };

    private static ActorRole? RoleOf(string text) => text switch
    {
        "officer" => ActorRole.Officer,
        "supervisor" => ActorRole.Supervisor,
        _ => null,
    };
}
