using System.Text.Json.Serialization;

namespace PaperDigest.Listings;

/// <summary>Papers of a file by what became of them, and lines that hold none.</summary>
internal sealed record ImportTotals(long New, long Replaced, long Edited, long Unchanged, long Rejected)
{
    public static ImportTotals None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Papers of which something was written.</summary>
    [JsonIgnore]
    public long Written => New + Replaced + Edited;

    [JsonIgnore]
    public long Papers => New + Replaced + Edited + Unchanged;

    public static ImportTotals operator +(ImportTotals one, ImportTotals other) => new(
        one.New + other.New, one.Replaced + other.Replaced, one.Edited + other.Edited, one.Unchanged + other.Unchanged, one.Rejected + other.Rejected);
}
