namespace PaperDigest.Mail;

/// <summary>
/// A message frozen, bytes and Message-ID, before it is queued, with where it stands on its way out. A retry sends the same
/// bytes; a crash leaves a state that says whether the message can have left.
/// </summary>
public sealed class OutgoingMail
{
    public Guid Id { get; set; }
    public MailKind Kind { get; set; }
    public required string FromAddress { get; set; }
    public required string ToAddress { get; set; }
    public required string Subject { get; set; }

    /// <summary>With its angle brackets; the same for every attempt.</summary>
    public required string MessageId { get; set; }

    /// <summary>The message as it goes over the wire, before dot-stuffing.</summary>
    public required byte[] Content { get; set; }

    public MailState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>After this instant the message is not worth sending.</summary>
    public DateTimeOffset NotAfter { get; set; }

    public int Attempts { get; set; }
    public Guid? LeaseToken { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Written durably just before the body goes out: from here on a crash makes the outcome unknown.</summary>
    public DateTimeOffset? HandingOverAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
    public int? ReplyCode { get; set; }

    /// <summary>The server's last words, or why the message did not go.</summary>
    public string? Reply { get; set; }
}

/// <summary>What a message is for; decides what is done when its outcome is unknown.</summary>
public enum MailKind
{
    Confirmation,
    Digest,
    SignIn,

    /// <summary>The notifications of a day.</summary>
    Notices,
}

/// <summary>
/// The way of a message: queued, leased by a worker, handing over, then sent, failed, or unknown when the connection or the
/// process was lost between the body and the answer. Suppressed: ended before it left. Expired: too late to be of use.
/// </summary>
public enum MailState
{
    Queued,
    Leased,
    HandingOver,
    Sent,
    Failed,
    Unknown,
    Suppressed,
    Expired,
}
