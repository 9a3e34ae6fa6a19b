using System.Diagnostics.CodeAnalysis;

namespace PaperDigest.Smtp.Mime;

/// <summary>
/// A mail address with the name to show beside it, if any. Its address is always one that a relay without SMTPUTF8 can carry.
/// </summary>
public sealed record Mailbox
{
    /// <summary>
    /// Takes one addr-spec, also of a domain without a dot (a sender on one machine), and throws ArgumentException for anything else.
    /// </summary>
    public Mailbox(string address, string? displayName = null)
    {
        var syntax = MailAddressSyntax.Read(address);
        if (syntax.Verdict is not (AddressVerdict.Valid or AddressVerdict.DomainWithoutDot))
            throw new ArgumentException($"This is no mail address that can be used here: {syntax.Verdict}.", nameof(address));
        HeaderText.RefuseControls(displayName, "A display name");
        Address = syntax.Address;
        DisplayName = displayName;
    }

    public string Address { get; }

    public string? DisplayName { get; }

    /// <summary>True only for an address that may be signed up (<see cref="AddressVerdict.Valid"/>), without a display name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        var syntax = MailAddressSyntax.Read(text);
        mailbox = syntax.Verdict is AddressVerdict.Valid ? new Mailbox(syntax.Address) : null;
        return mailbox is not null;
    }
}
