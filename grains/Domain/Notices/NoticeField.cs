namespace Tracking.Domain.Notices;

/// <summary>What a notice may say.</summary>
public enum NoticeField : byte
{
    /// <summary>The authority's reference of the hold.</summary>
    Reference = 0,
    /// <summary>The legal basis.</summary>
    LegalBasis = 1,
    /// <summary>Date of importation: when the goods were presented.</summary>
    ImportedOn = 2,
    /// <summary>Port of entry.</summary>
    PortOfEntry = 3,
    /// <summary>Description of the goods.</summary>
    Description = 4,
    /// <summary>Quantity.</summary>
    Quantity = 5,
    /// <summary>Country of origin.</summary>
    CountryOfOrigin = 6,
    /// <summary>Name and address of the manufacturer.</summary>
    Manufacturer = 7,
    /// <summary>Name and address of the exporter.</summary>
    Exporter = 8,
    /// <summary>Name and address of the importer.</summary>
    Importer = 9,
    /// <summary>Carrier and tracking number, which name a party to who can look them up.</summary>
    TrackingNumber = 10,
    /// <summary>The deadlines, with their citations.</summary>
    Deadlines = 11,
    /// <summary>That images with everything that names a party made illegible may be shown.</summary>
    RedactedImages = 12,
    /// <summary>That whole images and samples may be given.</summary>
    WholeImagesAndSamples = 13,
    /// <summary>What abandoning the goods means; in an offer only.</summary>
    Abandonment = 14,
}
