using System.Text;
using System.Text.Json.Serialization;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// A part of an answer or file that could not be taken in: why, a short excerpt to recognise it by, and the element or line itself
/// for inspection, fit to be stored as text.
/// </summary>
public sealed record RejectedItem(string Reason, string Excerpt, string Record)
{
    /// <summary>A record is cut after this number of characters.</summary>
    public const int LongestRecord = 64 * 1024;

    /// <summary>As it came, but for its length and characters that no text may hold (U+0000, halves of pairs), which become U+FFFD.</summary>
    [JsonIgnore]
    public string Record { get; } = Kept(Record);

    private static string Kept(string record)
    {
        var length = Math.Min(record.Length, LongestRecord);
        if (length < record.Length && char.IsHighSurrogate(record[length - 1]))
            length--;
        var kept = new StringBuilder(length);
        foreach (var rune in record.AsSpan(0, length).EnumerateRunes())
            kept.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return kept.ToString();
    }
}
