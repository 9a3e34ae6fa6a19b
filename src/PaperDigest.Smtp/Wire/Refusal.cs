namespace PaperDigest.Smtp.Wire;

/// <summary>Tells what a negative reply is about: by its enhanced code where it has one (RFC 3463), else by its place.</summary>
internal static class Refusal
{
    public static SendOutcome.Refused Of(SendPhase phase, SmtpReply reply) => new(phase, reply, ConcernOf(phase, reply));

    private static RefusalConcern ConcernOf(SendPhase phase, SmtpReply reply) => phase switch
    {
        SendPhase.Mail => reply.Code is 552 || IsAboutSize(reply.Enhanced) ? RefusalConcern.Message : RefusalConcern.Relay,
        SendPhase.Recipient => OfRecipient(reply),
        SendPhase.Message => OfMessage(reply),
        _ => RefusalConcern.Relay,
    };

    private static RefusalConcern OfRecipient(SmtpReply reply)
    {
        if (reply.Enhanced is not { } status)
            return reply.Code is 450 or 452 or 550 or 551 or 552 or 553 ? RefusalConcern.Recipient : RefusalConcern.Relay;
        return status.Subject switch
        {
            _ when IsAboutSize(status) => RefusalConcern.Message,
            // X.1.7 and X.1.8 speak of the sender's address.
            1 => status.Detail is 7 or 8 ? RefusalConcern.Relay : RefusalConcern.Recipient,
            2 or 4 => RefusalConcern.Recipient,
            // Greylisting (4.7.x) passes by itself; a policy that holds for good is about us.
            7 => status.Class == 4 ? RefusalConcern.Recipient : RefusalConcern.Relay,
            _ => RefusalConcern.Relay,
        };
    }

    private static RefusalConcern OfMessage(SmtpReply reply)
    {
        if (reply.Enhanced is not { } status)
            return reply.Code is 550 or 552 or 554 ? RefusalConcern.Message : RefusalConcern.Relay;
        return status.Subject switch
        {
            _ when IsAboutSize(status) => RefusalConcern.Message,
            1 => status.Detail is 7 or 8 ? RefusalConcern.Relay : RefusalConcern.Recipient,
            2 => RefusalConcern.Recipient,
            6 => RefusalConcern.Message,
            _ => RefusalConcern.Relay,
        };
    }

    // X.2.3: longer than the mailbox takes; X.3.4: than the system takes.
    private static bool IsAboutSize(EnhancedStatus? status) => status is { Subject: 2, Detail: 3 } or { Subject: 3, Detail: 4 };
}
