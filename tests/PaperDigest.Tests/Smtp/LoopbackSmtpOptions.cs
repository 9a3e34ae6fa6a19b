using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

/// <summary>How a <see cref="LoopbackSmtpServer"/> behaves from its first connection on.</summary>
internal sealed record LoopbackSmtpOptions
{
    public SmtpSecurity Security { get; init; } = SmtpSecurity.None;

    /// <summary>What EHLO offers besides STARTTLS and AUTH, which follow from the other options.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 10485760"];

    /// <summary>Such as "PLAIN LOGIN"; absent: no AUTH.</summary>
    public string? AuthMechanisms { get; init; }

    /// <summary>The only password that is accepted.</summary>
    public string Password { get; init; } = "right";

    /// <summary>Without it EHLO is answered with 502 and only HELO works.</summary>
    public bool KnowsEhlo { get; init; } = true;

    /// <summary>Every octet of every reply goes out by itself.</summary>
    public bool SplitsReplies { get; init; }

    /// <summary>Answers a line in place of the server, with whole lines and their CRLF; null leaves it to the server.</summary>
    public Func<string, string?> Script { get; init; } = _ => null;
}
