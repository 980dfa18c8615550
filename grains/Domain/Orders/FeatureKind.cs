namespace Tracking.Domain.Orders;

/// <summary>What a feature of a shipment is about; the upper four bits of its hash, so at most fifteen.</summary>
public enum FeatureKind : byte
{
    /// <summary>Seller as marketplace/account.</summary>
    Seller = 1,
    /// <summary>The carrier's code.</summary>
    Carrier = 2,
    /// <summary>A brand.</summary>
    Brand = 3,
    /// <summary>The stem of a word in a description.</summary>
    Word = 4,
    /// <summary>Name of the consignee.</summary>
    Consignee = 5,
    /// <summary>Address of the consignee.</summary>
    Address = 6,
    /// <summary>Origin country.</summary>
    From = 7,
    /// <summary>Destination country.</summary>
    To = 8,
    /// <summary>Flight or vessel.</summary>
    Flight = 9,
    /// <summary>Master bill.</summary>
    MasterBill = 10,
    /// <summary>Chapter of the harmonised system: two digits.</summary>
    Chapter = 11,
    /// <summary>Heading: four digits.</summary>
    Heading = 12,
    /// <summary>Subheading: six digits.</summary>
    Subheading = 13,
    /// <summary>Eight digits of a national tariff.</summary>
    TariffLine = 14,
    /// <summary>Ten digits of a national tariff.</summary>
    StatisticalLine = 15,
}
