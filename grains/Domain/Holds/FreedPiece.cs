namespace Tracking.Domain.Holds;

/// <summary>A piece that was freed from a hold on more than itself.</summary>
/// <param name="Piece">The piece's number.</param>
/// <param name="At">Effective time, microseconds since 1970 UTC.</param>
public readonly record struct FreedPiece(string Piece, long At);
