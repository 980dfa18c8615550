namespace Tracking.Domain.Identity;

/// <summary>What joins the names of one man: a thing that he keeps when he changes his name. Numbers are stored: never renumbered.</summary>
public enum MarkKind : byte
{
    /// <summary>A telephone number.</summary>
    Phone = 1,
    /// <summary>An e-mail address.</summary>
    Email = 2,
    /// <summary>A postal address.</summary>
    Address = 3,
    /// <summary>A bank account, or a payment provider's fingerprint of one or of a card.</summary>
    Payment = 4,
    /// <summary>A device, by its fingerprint.</summary>
    Device = 5,
    /// <summary>An IP or MAC address from which he came.</summary>
    Network = 6,
    /// <summary>An account with a carrier.</summary>
    CarrierAccount = 7,
    /// <summary>An identity document, tax number or register number.</summary>
    Document = 8,
}
