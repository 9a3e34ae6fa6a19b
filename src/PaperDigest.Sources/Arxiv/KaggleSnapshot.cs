using System.Text;
using System.Text.Json;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reads the snapshot of arXiv's metadata that Kaggle offers (Cornell-University/arxiv): one JSON object a line, as OAI-PMH's
/// <c>arXivRaw</c> gives it but without the letters that say a version is withdrawn. A record from here equals the one from there.
/// </summary>
public static class KaggleSnapshot
{
    private const string NoRecord = "It is no JSON object";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The record of a line in UTF-8 without its end, or why the line is none. One of the two is null.</summary>
    public static (ArxivRecord? Record, RejectedItem? Rejected) Read(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        try
        {
            return Of(KaggleFields.Read(line), line);
        }
        catch (JsonException) when (HasControls(line))
        {
            // A control character that nobody escaped makes the line wrong JSON; nothing else is wrong with it.
            return ReadWithoutControls(line);
        }
        catch (JsonException e)
        {
            return (null, Reject($"{NoRecord}: {e.Message.Split(" LineNumber")[0]}", line));
        }
    }

    /// <summary>A line that is not read at all, as far as it is known.</summary>
    public static RejectedItem Reject(string reason, ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, RejectedItem.LongestRecord)]);
        return new RejectedItem(reason, ArxivText.Excerpt(text), text);
    }

    private static (ArxivRecord? Record, RejectedItem? Rejected) ReadWithoutControls(ReadOnlySpan<byte> line)
    {
        var clean = line.ToArray();
        foreach (ref var b in clean.AsSpan())
        {
            if (b < ' ')
                b = (byte)' ';
        }
        return Read(clean);
    }

    private static bool HasControls(ReadOnlySpan<byte> line) => line.ContainsAnyInRange((byte)0, (byte)(' ' - 1));

    private static (ArxivRecord? Record, RejectedItem? Rejected) Of(KaggleFields fields, ReadOnlySpan<byte> line)
    {
        if (!ArxivId.TryParse(fields.Id, out var id))
            return (null, Reject("It has no arXiv identifier.", line));
        if (fields.Versions is not { Count: > 0 } versions)
            return (null, Reject("It has no readable versions.", line));
        var title = ArxivText.Line(fields.Title);
        if (title.Length == 0)
            return (null, Reject("It has no title.", line));
        var categories = ArxivCategory.Canonical((fields.Categories ?? "").Split());
        if (categories.Count == 0)
            return (null, Reject("It has no category.", line));

        var authors = fields.ReadAuthors();
        versions.Sort((a, b) => a.Number.CompareTo(b.Number));
        return (new ArxivRecord
        {
            Id = id,
            Datestamp = ArxivTimestamp.TryParse(fields.UpdateDate, out var stamp) ? Day(stamp) : Day(versions[^1].Submitted),
            Versions = versions,
            Title = title,
            Abstract = ArxivText.Paragraphs(fields.Abstract),
            Authors = authors.Names,
            Affiliations = authors.Affiliations,
            Categories = categories,
            Comments = Note(fields.Comments),
            JournalReference = Note(fields.JournalReference),
            Doi = Note(fields.Doi),
            Licence = Note(fields.Licence),
            ReportNumber = Note(fields.ReportNumber),
            Submitter = ArxivText.Names(fields.Submitter) is { Length: > 0 } submitter ? submitter : null,
        }, null);
    }

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static string? Note(string? text) => ArxivText.Note(text);
}
