using System.Buffers;
using System.Text.Json;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;
using Tracking.Contracts.Live;
using Tracking.Dashboard.Officers;

namespace Tracking.Dashboard.Live;

/// <summary>
/// MessagePack for the live connection in exactly the shape of the JSON of the officers' API: a contract goes through
/// <see cref="PageJson"/>, so that the page has one set of message types and nobody keeps two mappings in step.
/// </summary>
internal sealed class PageMessagePack : IFormatterResolver
{
    private PageMessagePack()
    {
    }

    /// <summary>Options for the hub's protocol, and for a client of it.</summary>
    public static MessagePackSerializerOptions Options { get; } = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create(new PageMessagePack(), StandardResolver.Instance))
        .WithSecurity(MessagePackSecurity.UntrustedData);

    /// <inheritdoc/>
    public IMessagePackFormatter<T>? GetFormatter<T>() =>
        typeof(T).Assembly == typeof(LiveFrame).Assembly ? ContractFormatter<T>.Instance : null;

    private sealed class ContractFormatter<T> : IMessagePackFormatter<T>
    {
        public static readonly ContractFormatter<T> Instance = new();

        public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options)
        {
            using var document = JsonSerializer.SerializeToDocument(value, PageJson.Options);
            Write(ref writer, document.RootElement);
        }

        public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            var start = reader.Position;
            reader.Skip();
            var json = MessagePackSerializer.ConvertToJson(reader.Sequence.Slice(start, reader.Position), MessagePackSerializerOptions.Standard);
            return JsonSerializer.Deserialize<T>(json, PageJson.Options)!;
        }

        private static void Write(ref MessagePackWriter writer, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    writer.WriteMapHeader(element.GetPropertyCount());
                    foreach (var property in element.EnumerateObject())
                    {
                        writer.Write(property.Name);
                        Write(ref writer, property.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    writer.WriteArrayHeader(element.GetArrayLength());
                    foreach (var item in element.EnumerateArray())
                    {
                        Write(ref writer, item);
                    }

                    break;
                default:
                    WriteValue(ref writer, element);
                    break;
            }
        }

        private static void WriteValue(ref MessagePackWriter writer, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    writer.Write(element.GetString());
                    break;
                // Numbers beyond 2^53 would reach the page as BigInt, which no message type promises.
                case JsonValueKind.Number when element.TryGetInt64(out var whole) && Math.Abs(whole) <= 1L << 53:
                    writer.Write(whole);
                    break;
                case JsonValueKind.Number:
                    writer.Write(element.GetDouble());
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    writer.Write(element.GetBoolean());
                    break;
                default:
                    writer.WriteNil();
                    break;
            }
        }
    }
}
