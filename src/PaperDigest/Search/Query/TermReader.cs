using System.Collections.Frozen;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Search;

/// <summary>Reads one term of a query, such as <c>-au:"Ada Lovelace"</c>.</summary>
internal static class TermReader
{
    public const string Marks = "\"“”„";

    private static readonly FrozenDictionary<string, TermKind> Operators = new Dictionary<string, TermKind>
    {
        ["au"] = TermKind.Author, ["author"] = TermKind.Author, ["ti"] = TermKind.Title, ["title"] = TermKind.Title, ["abs"] = TermKind.Abstract,
        ["cat"] = TermKind.Category, ["by"] = TermKind.Submitter, ["id"] = TermKind.Id, ["date"] = TermKind.Listed, ["votes"] = TermKind.Votes,
        ["has"] = TermKind.Code,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TermKind>.AlternateLookup<ReadOnlySpan<char>> BySpan = Operators.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsMark(char sign) => Marks.Contains(sign);

    /// <summary>How many characters a minus sign and a known operator take at the beginning of a text.</summary>
    public static int PrefixLength(ReadOnlySpan<char> text)
    {
        var minus = text is ['-', not (' ' or '-'), ..] ? 1 : 0;
        var colon = text[minus..].IndexOf(':');
        return colon > 0 && BySpan.ContainsKey(text.Slice(minus, colon)) ? minus + colon + 1 : minus;
    }

    /// <summary>The term; what is no other is a word.</summary>
    public static SearchTerm Read(string piece)
    {
        var prefix = PrefixLength(piece);
        var value = piece[prefix..].Trim(Marks.ToCharArray()).Trim();
        var isQuoted = prefix < piece.Length && IsMark(piece[prefix]);
        if (!value.Any(char.IsLetterOrDigit)) return new SearchTerm(TermKind.Word, piece);
        var isExcluded = piece[0] == '-' && prefix > 0;
        var name = piece.AsSpan(isExcluded ? 1 : 0, Math.Max(0, prefix - (isExcluded ? 2 : 1)));
        if (name.IsEmpty) return new SearchTerm(isQuoted ? TermKind.Phrase : TermKind.Word, value) { IsExcluded = isExcluded, IsQuoted = isQuoted };
        return Read(BySpan[name], value) is { } term
            ? term with { IsExcluded = isExcluded, IsQuoted = isQuoted }
            : new SearchTerm(TermKind.Word, piece.TrimStart('-'));
    }

    /// <summary>Null when the operator can have no such value.</summary>
    private static SearchTerm? Read(TermKind kind, string value) => kind switch
    {
        TermKind.Category => ArxivCategory.TryCanonical(value, out var category) ? new SearchTerm(kind, category) : null,
        TermKind.Id => ArxivId.TryParse(value, out var id) ? new SearchTerm(kind, id.ToString()) : null,
        TermKind.Listed => TermRange.Days(value) is { } days ? new SearchTerm(kind, value) { Days = days } : null,
        TermKind.Votes => TermRange.Votes(value) is { } votes ? new SearchTerm(kind, value) { Votes = votes } : null,
        TermKind.Code => value.Equals("code", StringComparison.OrdinalIgnoreCase) ? new SearchTerm(kind, "code") : null,
        _ => new SearchTerm(kind, value),
    };
}
