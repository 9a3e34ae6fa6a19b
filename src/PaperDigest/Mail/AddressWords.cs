using PaperDigest.Smtp.Mime;

namespace PaperDigest.Mail;

/// <summary>Says in words what is wrong with an address in a form.</summary>
internal static class AddressWords
{
    /// <summary>A sentence about an address that was typed; null for one that mail can be sent to.</summary>
    public static string? Problem(AddressVerdict verdict) => verdict switch
    {
        AddressVerdict.Valid => null,
        AddressVerdict.LocalPartTooLong => "The part before the @ is longer than the 64 characters that mail allows.",
        AddressVerdict.TooLong => "This address is longer than mail allows.",
        AddressVerdict.DomainNotValid => "The part after the @ is not the name of a mail domain, such as example.org.",
        AddressVerdict.DomainWithoutDot => "The part after the @ needs a dot, as in example.org.",
        AddressVerdict.NeedsSmtpUtf8 =>
            "The part before the @ has letters that many mail servers cannot carry. Use an address with plain letters.",
        _ => "This is not a mail address. It should look like reader@example.org, without spaces or a name around it.",
    };
}
