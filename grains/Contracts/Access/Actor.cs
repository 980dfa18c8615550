namespace Tracking.Contracts.Access;

/// <summary>Who acts: a person or a machine of an organisation, in a role. Part of every command and written into every event.</summary>
/// <param name="Organisation">The organisation's code, for example <c>olist</c>, <c>us-cbp</c> or <c>embedded</c>.</param>
/// <param name="Name">The person's or machine's name within it; never a secret.</param>
/// <param name="Role">What it acts as.</param>
[GenerateSerializer, Immutable, Alias("tracking.actor.v1")]
public sealed record Actor(
    [property: Id(0)] string Organisation,
    [property: Id(1)] string Name,
    [property: Id(2)] ActorRole Role)
{
    /// <summary>The product itself, for events that follow from others.</summary>
    public static Actor System { get; } = new("tracking", "system", ActorRole.System);
}
