namespace PaperDigest.Smtp;

/// <summary>Something that takes messages one at a time: a relay, or a folder. Not for concurrent use; make one for each sender.</summary>
public interface IMailTransport : IAsyncDisposable
{
    /// <summary>
    /// Hands over one message, as <see cref="Mime.MimeWriter"/> writes it. When the recipient has been accepted and before the first
    /// octet of the message goes out, <paramref name="beforeBody"/> is asked once; false means that nothing may be sent. Throws
    /// ArgumentException for a message that no relay could carry (bare CR or LF, lines over 998 octets), whatever
    /// beforeBody throws, and OperationCanceledException; in all of these cases nothing was delivered.
    /// </summary>
    Task<SendOutcome> SendAsync(
        Envelope envelope,
        ReadOnlyMemory<byte> message,
        Func<CancellationToken, ValueTask<bool>> beforeBody,
        CancellationToken cancellationToken);

    /// <summary>Says why no message could be handed over now; null when it can be reached.</summary>
    Task<SendOutcome.NotHandedOver?> CheckAsync(CancellationToken cancellationToken);
}
