namespace Tracking.Contracts.Facts;

/// <summary>What a party is to a shipment.</summary>
public enum PartyRole : byte
{
    /// <summary>Who sends it, often a forwarder.</summary>
    Shipper = 0,
    /// <summary>Who receives it.</summary>
    Consignee = 1,
    /// <summary>Exporter of record.</summary>
    Exporter = 2,
    /// <summary>Importer of record.</summary>
    Importer = 3,
    /// <summary>Customs broker.</summary>
    Broker = 4,
    /// <summary>Holder of the account with the carrier.</summary>
    AccountHolder = 5,
    /// <summary>Manufacturer.</summary>
    Manufacturer = 6,
    /// <summary>Seller, where the carrier was told.</summary>
    Seller = 7,
}
