namespace PaperDigest.Smtp;

/// <summary>
/// How long each step may take before the relay counts as gone: the minimums of RFC 5321, 4.5.3.2. The last one is long on purpose,
/// for giving up there is what makes duplicates.
/// </summary>
public sealed record SmtpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Tls { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Greeting { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>EHLO, AUTH and RSET.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Mail { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Recipient { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan DataStart { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For each block of the message written.</summary>
    public TimeSpan DataBlock { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For the answer to the final dot.</summary>
    public TimeSpan DataEnd { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For the farewell, which nothing depends on.</summary>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(5);
}
