using System.Globalization;

namespace PaperDigest.Smtp;

/// <summary>An enhanced mail system status code, such as 5.1.1 (RFC 3463, RFC 2034).</summary>
public readonly record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    /// <summary>Reads the code at the start of a reply's text; it must be followed by a space or by nothing.</summary>
    public static EnhancedStatus? AtStartOf(string text)
    {
        var parts = text.Split(' ', 2)[0].Split('.');
        return parts.Length == 3 && parts[0] is ("2" or "4" or "5") && Number(parts[1]) is { } subject && Number(parts[2]) is { } detail
            ? new(parts[0][0] - '0', subject, detail)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static int? Number(string digits) =>
        digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
}
