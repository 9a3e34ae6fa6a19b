namespace PaperDigest.Smtp;

/// <summary>How an attempt to hand over one message ended. Exactly one of these is true, and only one of them is a doubt.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The relay has taken responsibility. Its text often holds the id in its queue.</summary>
    public sealed record Accepted(SmtpReply Reply) : SendOutcome;

    /// <summary>The relay said no. It does not have the message.</summary>
    public sealed record Refused(SendPhase Phase, SmtpReply Reply, RefusalConcern Concern) : SendOutcome
    {
        /// <summary>5yz: the same would be refused again. Otherwise (4yz) a later attempt may succeed.</summary>
        public bool IsPermanent => Reply.Code >= 500;
    }

    /// <summary>
    /// It ended before the final dot was written: the relay must not deliver, and another attempt is safe. <see cref="Reply"/> is
    /// what it said, if anything.
    /// </summary>
    public sealed record NotHandedOver(SendPhase Phase, HandOverFailure Failure, string Reason, SmtpReply? Reply = null) : SendOutcome;

    /// <summary>
    /// The final dot was written and no answer came (RFC 1047). Only evidence from elsewhere can tell; to send again is to risk a
    /// duplicate.
    /// </summary>
    public sealed record MayHaveBeenAccepted(string Reason) : SendOutcome;

    /// <summary>The caller said no before the first octet of the message went out. Nothing was delivered.</summary>
    public sealed record Abandoned : SendOutcome;
}
