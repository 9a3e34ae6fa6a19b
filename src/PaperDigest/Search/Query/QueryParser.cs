namespace PaperDigest.Search;

/// <summary>
/// Reads a query: words, <c>"phrases"</c>, operators (<c>au: ti: abs: cat: by: id: date: votes: has:</c>), <c>-</c> before what is
/// not wanted, <c>OR</c> between two of which one is enough. Whatever is not understood is a word; nothing is an error.
/// </summary>
internal static class QueryParser
{
    /// <summary>Each costs a look at every candidate; what is typed behind is not looked at.</summary>
    public const int MostTerms = 32;

    /// <param name="text">As <see cref="SearchQuery.Text"/>, whose length is bounded.</param>
    public static ParsedQuery Parse(string text)
    {
        var pieces = Pieces(text);
        var clauses = new List<SearchClause>();
        var isOr = false;
        foreach (var (i, piece) in pieces.Index())
        {
            // At either end it joins nothing, and is the English word or a logic gate.
            if (piece is "OR" or "|" && clauses.Count > 0 && !isOr && i < pieces.Count - 1)
            {
                isOr = true;
                continue;
            }
            var term = TermReader.Read(piece);
            if (isOr) clauses[^1] = clauses[^1].Or(term, piece);
            else clauses.Add(new SearchClause([term], piece));
            isOr = false;
        }
        var special = clauses.Where(c => !c.IsFree).SelectMany(c => c.AnyOf).Take(MostTerms + 1).Count();
        return special <= MostTerms ? new ParsedQuery(text, clauses) : Parse(string.Join(' ', pieces.Take(MostTerms)));
    }

    /// <summary>What stands between blanks, where those within quotation marks part nothing. A mark that is never closed reaches to the end.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            var end = End(text, at);
            pieces.Add(text[at..end]);
            at = end;
        }
        return pieces;
    }

    private static int End(string text, int start)
    {
        var value = start + TermReader.PrefixLength(text.AsSpan(start));
        if (value < text.Length && TermReader.IsMark(text[value]))
            return text.AsSpan(value + 1).IndexOfAny(TermReader.Marks) is var closing and >= 0 ? value + closing + 2 : text.Length;
        return text.IndexOf(' ', start) is var blank and >= 0 ? blank : text.Length;
    }
}
