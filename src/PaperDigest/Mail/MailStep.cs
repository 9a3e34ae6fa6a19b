using PaperDigest.Smtp;

namespace PaperDigest.Mail;

/// <summary>What becomes of a message after an attempt.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Wait">Not before this long from now, when it is queued again.</param>
/// <param name="Reply">The server's words, or what happened to the connection.</param>
internal sealed record MailStep(MailState State, TimeSpan Wait, MailReply Reply)
{
    /// <summary>Whether the attempt counts against the message; trouble with the relay is not its fault.</summary>
    public bool IsCharged { get; init; } = true;

    /// <summary>Whether every other message would meet the same now, so that the round should end.</summary>
    public bool StopsRound { get; init; }

    // Long enough for the others to pass a message that only seems to be the relay's trouble.
    private static readonly TimeSpan RelayPause = TimeSpan.FromMinutes(5);

    /// <summary>The next step after <paramref name="outcome"/>; null when the message is no longer this sender's.</summary>
    public static MailStep? After(SendOutcome outcome, LeasedMail mail, double jitter) => outcome switch
    {
        SendOutcome.Accepted accepted => new(MailState.Sent, default, MailReply.Of(accepted.Reply)),
        SendOutcome.Refused refused => AfterRefusal(refused, mail, jitter),
        SendOutcome.NotHandedOver lost => AfterLoss(lost, mail, jitter),
        SendOutcome.MayHaveBeenAccepted doubt => AfterDoubt(doubt, mail, jitter),
        _ => null,
    };

    /// <summary>Back into the queue, untouched: nothing was sent, and not for the message's sake.</summary>
    public static MailStep Interrupted(string why) =>
        new(MailState.Queued, default, new MailReply(null, why)) { IsCharged = false, StopsRound = true };

    private static MailStep AfterRefusal(SendOutcome.Refused refused, LeasedMail mail, double jitter)
    {
        var reply = MailReply.Of(refused.Reply);
        // 421 closes the connection; a permanent no to us (5.7.x, MAIL) must never be booked on an address.
        if (refused.Concern == RefusalConcern.Relay
            && (refused.IsPermanent || refused.Phase < SendPhase.Recipient || refused.Reply.Code == 421))
            return RelayTrouble(reply);
        return refused.IsPermanent ? new(MailState.Failed, default, reply) : Again(reply, mail, jitter);
    }

    private static MailStep AfterLoss(SendOutcome.NotHandedOver lost, LeasedMail mail, double jitter)
    {
        var reply = lost.Reply is { } said ? MailReply.Of(said) : new MailReply(null, $"{lost.Failure} at {lost.Phase}: {lost.Reason}");
        // A connection that breaks within a message may be breaking because of it: that is charged, and waits.
        return lost.Phase < SendPhase.Recipient || lost.Failure is HandOverFailure.FolderNotWritable or HandOverFailure.RelayClosing
            ? RelayTrouble(reply)
            : Again(reply, mail, jitter);
    }

    // Twice is worse than not at all for a digest, which the archive has; for a question to confirm it is the other way round.
    private static MailStep AfterDoubt(SendOutcome.MayHaveBeenAccepted doubt, LeasedMail mail, double jitter)
    {
        var reply = new MailReply(null, doubt.Reason);
        return mail.Kind is MailKind.Digest or MailKind.Notices ? new(MailState.Unknown, default, reply) : Again(reply, mail, jitter);
    }

    private static MailStep Again(MailReply reply, LeasedMail mail, double jitter) =>
        new(MailState.Queued, MailBackoff.After(mail.Attempts, jitter), reply);

    private static MailStep RelayTrouble(MailReply reply) =>
        new(MailState.Queued, RelayPause, reply) { IsCharged = false, StopsRound = true };
}

/// <summary>The code and the words that are kept with a message.</summary>
internal sealed record MailReply(int? Code, string Text)
{
    private const int Longest = 500;

    /// <summary>For a log, which names no address: relays like to repeat the recipient's.</summary>
    public string Without(string address) =>
        $"{(Code is { } code ? $"{code} " : "")}{Text.Replace(address, "(the recipient)", StringComparison.OrdinalIgnoreCase)}";

    public static MailReply Of(SmtpReply reply) => new(reply.Code, reply.Text.Length > Longest ? reply.Text[..Longest] : reply.Text);
}

/// <summary>A message that this process has claimed.</summary>
/// <param name="Attempts">This one included, from 1.</param>
/// <param name="Token">The claim; every later statement names it.</param>
internal sealed record LeasedMail(Guid Id, MailKind Kind, string From, string To, byte[] Content, int Attempts, Guid Token);
