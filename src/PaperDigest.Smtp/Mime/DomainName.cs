using System.Globalization;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>
/// Reads the domain of a mail address: host name labels (RFC 1123), an international name turned into punycode (RFC 3490).
/// </summary>
internal static class DomainName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static AddressVerdict Read(string text, out string domain)
    {
        domain = text.ToLowerInvariant();
        if (!Ascii.IsValid(domain) && !TryGetAscii(domain, out domain))
            return AddressVerdict.DomainNotValid;
        var labels = domain.Split('.');
        // A last label of digits only is an IPv4 address or a slip, never a top-level domain (RFC 3696, 2).
        if (!labels.All(IsLabel) || labels[^1].All(char.IsAsciiDigit))
            return AddressVerdict.DomainNotValid;
        return labels.Length > 1 ? AddressVerdict.Valid : AddressVerdict.DomainWithoutDot;
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 63 } && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool TryGetAscii(string name, out string ascii)
    {
        try
        {
            ascii = Idn.GetAscii(name);
            return true;
        }
        catch (ArgumentException)
        {
            ascii = "";
            return false;
        }
    }
}
