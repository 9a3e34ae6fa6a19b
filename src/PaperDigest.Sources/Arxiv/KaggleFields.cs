using System.Globalization;
using System.Text.Json;

namespace PaperDigest.Sources.Arxiv;

/// <summary>The fields of one line of the snapshot as they stand there. A key that occurs twice counts as it stands last.</summary>
internal ref struct KaggleFields(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;

    /// <summary>Where in the line the list is that is read only when the authors' own line is missing.</summary>
    private Range authorsParsed;

    private string? authors;

    public string? Id { get; private set; }
    public string? Submitter { get; private set; }
    public string? Title { get; private set; }
    public string? Comments { get; private set; }
    public string? JournalReference { get; private set; }
    public string? Doi { get; private set; }
    public string? ReportNumber { get; private set; }
    public string? Categories { get; private set; }
    public string? Licence { get; private set; }
    public string? Abstract { get; private set; }
    public string? UpdateDate { get; private set; }

    /// <summary>In the order of the line; null where there are none or one cannot be read.</summary>
    public List<ArxivVersion>? Versions { get; private set; }

    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static KaggleFields Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var fields = new KaggleFields(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("it is another JSON value.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            fields.ReadField(ref reader);
        // What follows the object would not be noticed otherwise.
        reader.Read();
        return fields;
    }

    /// <summary>The authors by the submission's own line, as OAI-PMH's; by arXiv's parsing of it where the line is missing.</summary>
    public readonly AuthorCredits ReadAuthors()
    {
        if (!string.IsNullOrWhiteSpace(authors) || authorsParsed.Equals(default))
            return AuthorList.OfLine(authors);
        var reader = new Utf8JsonReader(line[authorsParsed]);
        var parsed = new List<(string? Name, string? Affiliation)>();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadAuthor(ref reader) is { } author)
                parsed.Add(author);
        }
        return AuthorList.OfNames(parsed);
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8)) Id = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("submitter"u8)) Submitter = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("authors"u8)) authors = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("title"u8)) Title = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("comments"u8)) Comments = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("journal-ref"u8)) JournalReference = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("doi"u8)) Doi = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("report-no"u8)) ReportNumber = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("categories"u8)) Categories = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("license"u8)) Licence = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("abstract"u8)) Abstract = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("update_date"u8)) UpdateDate = JsonText.Next(ref reader);
        else if (reader.ValueTextEquals("versions"u8)) Versions = ReadVersions(ref reader);
        else if (reader.ValueTextEquals("authors_parsed"u8)) authorsParsed = SkippedList(ref reader);
        else reader.Skip();
    }

    private static Range SkippedList(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isList = reader.TokenType == JsonTokenType.StartArray;
        reader.Skip();
        return isList ? start..(int)reader.BytesConsumed : default;
    }

    private static List<ArxivVersion>? ReadVersions(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }
        var versions = new List<ArxivVersion>();
        var areReadable = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadVersion(ref reader) is { } version)
                versions.Add(version);
            else
                areReadable = false;
        }
        return areReadable ? versions : null;
    }

    private static ArxivVersion? ReadVersion(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }
        string? number = null, created = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("version"u8)) number = JsonText.Next(ref reader);
            else if (reader.ValueTextEquals("created"u8)) created = JsonText.Next(ref reader);
            else reader.Skip();
        }
        return int.TryParse(number.AsSpan().TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            && ArxivTimestamp.TryParse(created, out var submitted)
            ? new ArxivVersion(n, submitted.ToUniversalTime(), null)
            : null;
    }

    /// <summary>An author from the parts of the name (the one sorted by, forenames, suffix) and any affiliations that follow them.</summary>
    private static (string? Name, string? Affiliation)? ReadAuthor(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }
        var parts = new List<string?>();
        while (JsonText.Next(ref reader, out var part)) parts.Add(part);
        var affiliations = parts.Skip(3).Where(p => !string.IsNullOrWhiteSpace(p));
        return parts is [] ? null : ($"{parts.ElementAtOrDefault(1)} {parts[0]} {parts.ElementAtOrDefault(2)}", string.Join(", ", affiliations));
    }
}
