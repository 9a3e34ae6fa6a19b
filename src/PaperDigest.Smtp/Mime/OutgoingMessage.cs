namespace PaperDigest.Smtp.Mime;

/// <summary>
/// A message before it is written. The same message always gives the same octets, so that a repeat can be recognised:
/// nothing is taken from a clock or from chance.
/// </summary>
public sealed record OutgoingMessage
{
    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    public required string Subject { get; init; }

    /// <summary>left@right, without angle brackets; the same for every attempt to send this message.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required string TextBody { get; init; }

    /// <summary>Says the same as the text. Absent: the message is plain text.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Further headers, written in this order after Message-ID. None may occur twice or repeat one of the message's own.</summary>
    public IReadOnlyList<MessageHeader> Headers { get; init; } = [];
}
