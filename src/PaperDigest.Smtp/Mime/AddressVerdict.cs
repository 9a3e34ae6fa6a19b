namespace PaperDigest.Smtp.Mime;

/// <summary>What <see cref="MailAddressSyntax"/> found in a text that should be one mail address.</summary>
public enum AddressVerdict
{
    /// <summary>One address that any relay can carry.</summary>
    Valid,

    /// <summary>Not one addr-spec: no or several @, white space, quotes, comments, a display name, a misplaced dot.</summary>
    NotAnAddress,

    /// <summary>The part before the @ has more than 64 octets (RFC 5321, 4.5.3.1.1).</summary>
    LocalPartTooLong,

    /// <summary>The address does not fit into a path of 256 octets, or the domain into 255 (RFC 5321, 4.5.3.1).</summary>
    TooLong,

    /// <summary>The domain is no sequence of host name labels, or ends in a number; address literals count here too.</summary>
    DomainNotValid,

    /// <summary>The domain has one label only, such as localhost: fit for a sender on one machine, not for a subscriber.</summary>
    DomainWithoutDot,

    /// <summary>Well formed, but the part before the @ is not ASCII, and no relay without SMTPUTF8 (RFC 6531) takes it.</summary>
    NeedsSmtpUtf8,
}
