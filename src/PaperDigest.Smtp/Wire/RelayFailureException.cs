namespace PaperDigest.Smtp.Wire;

/// <summary>The conversation with the relay cannot go on. Stays within the library; at its edge it becomes an outcome.</summary>
internal sealed class RelayFailureException(SendPhase phase, HandOverFailure failure, string message) : Exception(message)
{
    public SmtpReply? Reply { get; private init; }

    public SendOutcome.NotHandedOver Outcome => new(phase, failure, Message, Reply);

    /// <summary>The relay gave this reply where only another would have allowed to go on.</summary>
    public static RelayFailureException Answered(SendPhase phase, HandOverFailure failure, SmtpReply reply) =>
        new(phase, reply.Code == 421 ? HandOverFailure.RelayClosing : failure, $"The relay answered: {reply}") { Reply = reply };
}
