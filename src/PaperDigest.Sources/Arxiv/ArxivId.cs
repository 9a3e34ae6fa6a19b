using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// The versionless arXiv identifier of a paper: <c>2605.01234</c>, <c>0704.0001</c> or, until March 2007, <c>hep-th/9901001</c>.
/// Ordered by month of announcement, then number. https://info.arxiv.org/help/arxiv_identifier.html
/// </summary>
public readonly partial record struct ArxivId : IComparable<ArxivId>, IParsable<ArxivId>
{
    private const int LongestText = 200;

    /// <summary>Archives that gave out identifiers before April 2007, among them those that no longer exist.</summary>
    private static readonly FrozenSet<string> OldArchives = (
        "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc "
        + "hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int "
        + "supr-con").Split(' ').ToFrozenSet();

    private readonly string? text;

    private ArxivId(string canonical, DateOnly month, int number) => (text, Month, Number) = (canonical, month, number);

    /// <summary>The first day of the month in which arXiv gave out the identifier.</summary>
    public DateOnly Month { get; }

    /// <summary>The running number within the month (and, for old identifiers, the archive).</summary>
    public int Number { get; }

    /// <summary>Reads an identifier in any of its usual forms: bare, <c>arXiv:</c>, <c>oai:arXiv.org:</c>, an abs or pdf address, with or without version.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArxivId id) => TryParse(text, out id, out _);

    /// <inheritdoc cref="TryParse(string?, out ArxivId)"/>
    /// <remarks><paramref name="version"/> is null when the text names none.</remarks>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArxivId id, out int? version)
    {
        (id, version) = (default, null);
        if (text is null || text.Length > LongestText)
            return false;
        var match = Form().Match(text.Trim());
        if (!match.Success || !TryMonth(match.Groups["month"].ValueSpan, out var month))
            return false;
        var digits = match.Groups["number"].Value;
        var archive = match.Groups["archive"];
        if (!int.TryParse(digits, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;
        if (archive.Success ? !IsOldMonth(month) || !OldArchives.Contains(Lower(archive.Value)) : digits.Length != DigitsIn(month))
            return false;

        id = new ArxivId(
            archive.Success ? $"{Lower(archive.Value)}/{month:yyMM}{digits}" : string.Create(CultureInfo.InvariantCulture, $"{month:yyMM}.{digits}"),
            month, number);
        version = match.Groups["version"] is { Success: true } named ? int.Parse(named.ValueSpan, CultureInfo.InvariantCulture) : null;
        return true;
    }

    /// <summary>Reads an identifier that must be one, such as a stored one.</summary>
    /// <exception cref="FormatException">The text is not an arXiv identifier.</exception>
    public static ArxivId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an arXiv identifier.");

    static ArxivId IParsable<ArxivId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ArxivId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArxivId result) => TryParse(s, out result);

    public int CompareTo(ArxivId other)
    {
        var byMonth = Month.CompareTo(other.Month);
        if (byMonth != 0)
            return byMonth;
        var byNumber = Number.CompareTo(other.Number);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(text, other.text);
    }

    public static bool operator <(ArxivId left, ArxivId right) => left.CompareTo(right) < 0;

    public static bool operator >(ArxivId left, ArxivId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArxivId left, ArxivId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArxivId left, ArxivId right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical identifier, without prefix or version.</summary>
    public override string ToString() => text ?? "";

    private static bool TryMonth(ReadOnlySpan<char> digits, out DateOnly first)
    {
        var (year, month) = (Two(digits[..2]), Two(digits[2..]));
        first = default;
        if (month is < 1 or > 12)
            return false;
        // arXiv began in 1991, so the years 91 to 99 lie in the last century.
        first = new DateOnly(year >= 91 ? 1900 + year : 2000 + year, month, 1);
        return first >= new DateOnly(1991, 7, 1);
    }

    private static int Two(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsOldMonth(DateOnly month) => month < new DateOnly(2007, 4, 1);

    /// <summary>Digits of the number in the scheme since April 2007: four until December 2014, five since; none before.</summary>
    private static int DigitsIn(DateOnly month) => IsOldMonth(month) ? 0 : month.Year < 2015 ? 4 : 5;

    private static string Lower(string archive) => archive.ToLowerInvariant();

    [GeneratedRegex("""
        ^(?:(?:https?://)?(?:(?:www|export)\.)?arxiv\.org/(?:abs|pdf|html|format)/|oai:arxiv\.org:|arxiv:\s*|(?:https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)?
        (?:(?<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z-]{2,9})?/(?<month>[0-9]{4})(?<number>[0-9]{3})|(?<month>[0-9]{4})\.(?<number>[0-9]{4,5}))
        (?:v(?<version>[1-9][0-9]{0,3}))?(?:\.pdf)?/?(?:[?\#]\S*)?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
