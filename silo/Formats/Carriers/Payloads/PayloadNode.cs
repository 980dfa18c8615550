using System.Text;

namespace Tracking.Formats.Carriers.Payloads;

/// <summary>
/// A part of a carrier's message, the same for JSON and XML: a name, a text, parts of its own. The items of a JSON array
/// are parts with the array's name, as XML repeats an element.
/// </summary>
internal sealed class PayloadNode(string name, PayloadNode? parent, int index)
{
    private List<PayloadNode>? _parts;

    public string Name { get; } = name;

    /// <summary>The text without blanks around it, runs of blanks as one; null where there is none.</summary>
    public string? Text { get; set; }

    public IReadOnlyList<PayloadNode> Parts => _parts ?? [];

    public PayloadNode Add(string part)
    {
        _parts ??= [];
        var before = LastOf(part);
        var node = new PayloadNode(part, this, before is null ? 0 : before.Index + 1) { IsRepeated = before is not null };
        before?.IsRepeated = true;
        _parts.Add(node);
        return node;
    }

    private int Index { get; } = index;

    private bool IsRepeated { get; set; }

    /// <summary>The parts at a path; <c>.</c> is the node itself, <c>**</c> any number of steps, a name a part of that name.</summary>
    public IEnumerable<PayloadNode> Find(PayloadPath path) => Find(path.Steps, 0);

    /// <summary>The first text that is not blank at any of the paths.</summary>
    public string? First(params ReadOnlySpan<PayloadPath> paths)
    {
        foreach (var path in paths)
        {
            foreach (var node in Find(path))
            {
                if (node.Text is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>Where it stands, like a JSON pointer.</summary>
    public string Pointer()
    {
        var steps = new Stack<PayloadNode>();
        for (var at = this; at.Parent is not null; at = at.Parent)
        {
            steps.Push(at);
        }

        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append('/').Append(step.Name);
            if (step.IsRepeated)
            {
                text.Append('/').Append(step.Index);
            }
        }

        return text.ToString();
    }

    private PayloadNode? Parent { get; } = parent;

    private IEnumerable<PayloadNode> Find(string[] steps, int at)
    {
        if (at == steps.Length)
        {
            yield return this;
            yield break;
        }

        if (steps[at] == PayloadPath.AnyDepth)
        {
            foreach (var found in Find(steps, at + 1))
            {
                yield return found;
            }
        }

        foreach (var part in Parts)
        {
            var next = steps[at] == PayloadPath.AnyDepth ? at : part.Name == steps[at] ? at + 1 : -1;
            if (next < 0)
            {
                continue;
            }

            foreach (var found in part.Find(steps, next))
            {
                yield return found;
            }
        }
    }

    // Parts of one name stand together, or nearly so; looking back without end would cost the square of their number.
    private PayloadNode? LastOf(string part)
    {
        for (var i = _parts!.Count - 1; i >= 0 && i >= _parts.Count - 8; i--)
        {
            if (_parts[i].Name == part)
            {
                return _parts[i];
            }
        }

        return null;
    }
}
