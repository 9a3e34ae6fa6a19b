using System.Globalization;

namespace PaperDigest.Smtp.Wire;

/// <summary>What the relay offered in its answer to EHLO; nothing after HELO.</summary>
internal sealed record SmtpExtensions
{
    public static SmtpExtensions None { get; } = new();

    public bool StartTls { get; private init; }

    public bool Pipelining { get; private init; }

    public bool EightBitMime { get; private init; }

    public bool Size { get; private init; }

    /// <summary>The most octets a message may have; null if the relay names no limit.</summary>
    public long? LargestMessage { get; private init; }

    public IReadOnlySet<string> AuthMechanisms { get; private init; } = new HashSet<string>();

    public static SmtpExtensions Read(SmtpReply ehlo)
    {
        var extensions = None;
        // The first line is the relay's name and greeting.
        foreach (var line in ehlo.Text.Split('\n').Skip(1))
            extensions = extensions.With(line);
        return extensions;
    }

    private SmtpExtensions With(string line)
    {
        // "AUTH=LOGIN PLAIN" is what servers of the last century wrote; some still write both.
        var words = line.ToUpperInvariant().Replace("AUTH=", "AUTH ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.FirstOrDefault() switch
        {
            "STARTTLS" => this with { StartTls = true },
            "PIPELINING" => this with { Pipelining = true },
            "8BITMIME" => this with { EightBitMime = true },
            "SIZE" => this with { Size = true, LargestMessage = LimitOf(words) },
            "AUTH" => this with { AuthMechanisms = AuthMechanisms.Union(words.Skip(1)).ToHashSet() },
            _ => this,
        };
    }

    // RFC 1870: a missing number or zero means that there is no fixed limit.
    private static long? LimitOf(string[] words) =>
        words.Length > 1 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : null;
}
