namespace PaperDigest.Listings;

/// <summary>A place in a file, at the end of a line, and what came of the lines before it.</summary>
internal sealed record ImportPlace(long BytesDone, long LinesDone, ImportTotals Total)
{
    public static ImportPlace Beginning { get; } = new(0, 0, ImportTotals.None);
}
