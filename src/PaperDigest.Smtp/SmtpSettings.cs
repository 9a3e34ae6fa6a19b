using System.Security.Cryptography.X509Certificates;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Smtp;

/// <summary>The relay that takes our messages, and how to reach it.</summary>
public sealed record SmtpSettings
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Absent: no authentication. Present: the relay must accept it, or nothing is sent.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Our own fully qualified name. Absent: the address of our end of the connection as a literal (RFC 5321, 4.1.4).</summary>
    public string? EhloName { get; init; }

    /// <summary>After so many messages a new connection is made, before the relay closes the old one of its own accord.</summary>
    public int MessagesPerConnection { get; init; } = 100;

    public SmtpTimeouts Timeouts { get; init; } = new();

    /// <summary>
    /// The certificate to trust instead of the machine's; for tests, whose relay signs its own. The name is checked all the same.
    /// </summary>
    internal X509Certificate2? TrustedRoot { get; init; }

    /// <summary>Where the messages go. A record would show its password here, and so in a log.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";

    /// <summary>Throws ArgumentException naming the setting that cannot be used.</summary>
    internal void Validate()
    {
        HeaderText.RefuseAllButVisibleAscii(Host, nameof(Host));
        if (Port is < 1 or > ushort.MaxValue)
            throw new ArgumentException("Port must be between 1 and 65535.");
        if (MessagesPerConnection < 1)
            throw new ArgumentException("MessagesPerConnection must be at least 1.");
        if (EhloName is not null)
            HeaderText.RefuseAllButVisibleAscii(EhloName, nameof(EhloName));
        // NUL separates the parts of AUTH PLAIN (RFC 4616).
        if (User?.Contains('\0', StringComparison.Ordinal) == true || Password?.Contains('\0', StringComparison.Ordinal) == true)
            throw new ArgumentException("User and Password may not contain NUL.");
        if (User is not null && Password is null)
            throw new ArgumentException("A User needs a Password.");
    }
}
