namespace Tracking.Formats.TrackingNumbers;

/// <summary>What a number names.</summary>
public enum NumberLevel : byte
{
    /// <summary>One parcel, as a sorting belt reads it.</summary>
    Piece = 0,
    /// <summary>A consignment of one or more pieces: a waybill.</summary>
    Bill = 1,
}
