using System.Buffers;
using System.Globalization;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>
/// Reads one mail address as a sign-up form must: an addr-spec of RFC 5321 and nothing around it. Quoted local parts and address
/// literals, legal but never a person's, are refused.
/// </summary>
public static class MailAddressSyntax
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 255;
    private const int LongestAddress = 254;

    private static readonly SearchValues<char> AtomCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.");

    /// <summary>Says what the text is. The domain comes back in lower case and in punycode, the local part untouched.</summary>
    public static AddressSyntax Read(string? text)
    {
        var at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (text is null || at <= 0 || at != text.LastIndexOf('@') || at == text.Length - 1)
            return new(AddressVerdict.NotAnAddress, "");
        var local = ReadLocalPart(text.AsSpan(0, at));
        if (local is not (AddressVerdict.Valid or AddressVerdict.NeedsSmtpUtf8))
            return new(local, "");
        var verdict = DomainName.Read(text[(at + 1)..], out var domain);
        if (verdict is not (AddressVerdict.Valid or AddressVerdict.DomainWithoutDot))
            return new(verdict, "");
        var address = $"{text[..at]}@{domain}";
        if (domain.Length > LongestDomain || Encoding.UTF8.GetByteCount(address) > LongestAddress)
            return new(AddressVerdict.TooLong, "");
        return new(local is AddressVerdict.Valid ? verdict : local, address);
    }

    private static AddressVerdict ReadLocalPart(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return AddressVerdict.NotAnAddress;
        var ascii = true;
        foreach (var rune in local.EnumerateRunes())
        {
            if (rune.IsAscii && !AtomCharacters.Contains((char)rune.Value))
                return AddressVerdict.NotAnAddress;
            if (!rune.IsAscii && !MayStandInLocalPart(rune))
                return AddressVerdict.NotAnAddress;
            ascii &= rune.IsAscii;
        }
        if (Encoding.UTF8.GetByteCount(local) > LongestLocalPart)
            return AddressVerdict.LocalPartTooLong;
        return ascii ? AddressVerdict.Valid : AddressVerdict.NeedsSmtpUtf8;
    }

    // RFC 6532 allows every non-ASCII character; invisible ones and a half surrogate are a trap or an accident.
    private static bool MayStandInLocalPart(Rune rune) =>
        rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
