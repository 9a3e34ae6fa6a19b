using System.Buffers;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>
/// Turns text into the words of a header: pieces between which a line may be folded and within which it may not. Text that is not
/// plain ASCII becomes encoded-words (RFC 2047).
/// </summary>
internal static class HeaderText
{
    /// <summary>The length to which lines are folded: RFC 2047 allows 76 with encoded-words, RFC 5322 wishes for 78 at most.</summary>
    public const int FoldAt = 76;

    // Longer unbroken text would come too near to the 998 octets that no line may exceed.
    private const int LongestPlainWord = 900;

    private static readonly SearchValues<char> AtomText =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~ ");

    /// <summary>The guard against header injection: throws ArgumentException for CR, LF, NUL and every other control character.</summary>
    public static void RefuseControls(string? value, string what)
    {
        if (value is not null && value.Any(char.IsControl))
            throw new ArgumentException($"{what} may not contain line breaks or other control characters.", nameof(value));
    }

    /// <summary>The guard for values that have a syntax: printable ASCII without spaces.</summary>
    public static void RefuseAllButVisibleAscii(string value, string what)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException($"{what} must be printable ASCII without spaces.", nameof(value));
    }

    /// <summary>Unstructured text (RFC 5322, 2.2.1). <paramref name="used"/> columns of the first line are taken.</summary>
    public static IReadOnlyList<string> Words(string value, int used) =>
        IsPlain(value) ? value.Split(' ') : EncodedWord.Encode(value, used);

    /// <summary>A phrase before an angle bracket: atoms, a quoted string, or encoded-words.</summary>
    public static IReadOnlyList<string> Phrase(string value, int used)
    {
        if (!IsPlain(value))
            return EncodedWord.Encode(value, used);
        if (!value.AsSpan().ContainsAnyExcept(AtomText))
            return value.Split(' ');
        var quoted = new StringBuilder(value).Replace("\\", "\\\\").Replace("\"", "\\\"");
        return $"\"{quoted}\"".Split(' ');
    }

    // Folding at a run of spaces could leave a line of white space only, and "=?" could be taken for an encoded-word.
    private static bool IsPlain(string value) =>
        !value.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !value.Contains("=?", StringComparison.Ordinal)
        && !value.Contains("  ", StringComparison.Ordinal)
        && !value.StartsWith(' ') && !value.EndsWith(' ')
        && value.Split(' ').All(word => word.Length <= LongestPlainWord);
}
