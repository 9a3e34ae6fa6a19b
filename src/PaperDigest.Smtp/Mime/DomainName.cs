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
        if (!Ascii.IsValid(domain))
        {
            if (!IsSureWithoutNormalisation(domain))
                return AddressVerdict.DomainNeedsPunycode;
            if (!TryGetAscii(domain, out domain))
                return AddressVerdict.DomainNotValid;
        }
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

    // Under invariant globalisation IdnMapping encodes what it is given: no case folding, no normalisation. A decomposed or
    // full-width name would then silently become another domain's punycode, so only characters that NFKC leaves alone are taken.
    private static bool IsSureWithoutNormalisation(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsAscii)
                continue;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                return false;
            // Combining diacritics, Hangul jamo, letterlike symbols and number forms, compatibility and presentation forms,
            // mathematical letters.
            if (rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x1100 and <= 0x11FF) or (>= 0x2070 and <= 0x218F)
                or (>= 0xF900 and <= 0xFFFF) or (>= 0x1D400 and <= 0x1D7FF) or (>= 0x2F800 and <= 0x2FA1F))
                return false;
        }
        return true;
    }
}
