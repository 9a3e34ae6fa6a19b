namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Brings the authors of a paper into one form, whichever of arXiv's interfaces they come from. The raw line of a submission is the
/// source of them all: feeds, the query interface, OAI-PMH's <c>arXiv</c> format and the snapshot's <c>authors_parsed</c> hold what
/// arXiv's own parser made of it (https://github.com/arXiv/arxiv-base, arxiv/authors), so this parser separates where that one does.
/// A name given twice stays twice (two people may share it), and the colon after an institution is an entry of its own, as arXiv keeps it.
/// </summary>
public static class AuthorList
{
    /// <summary>The authors of one line: a submission's raw author line or a feed's creators.</summary>
    public static AuthorCredits OfLine(string? line)
    {
        var reading = new AuthorReading();
        foreach (var part in AuthorParts.Of(ArxivText.Names(line)))
            reading.Add(part);
        return reading.Credits();
    }

    /// <summary>The authors of a source that gives each name apart, in the order "forenames keyname suffix".</summary>
    public static AuthorCredits OfNames(IEnumerable<string?> names) => OfNames(names.Select(name => (name, (string?)null)));

    /// <summary>As <see cref="OfNames(IEnumerable{string})"/>, with what each author gave as affiliation.</summary>
    public static AuthorCredits OfNames(IEnumerable<(string? Name, string? Affiliation)> authors)
    {
        var reading = new AuthorReading();
        foreach (var (name, affiliation) in authors)
        {
            foreach (var part in AuthorParts.Of(ArxivText.Names(name)))
                reading.Add(part);
            reading.Place(ArxivText.Names(affiliation));
        }
        return reading.Credits();
    }
}
