namespace PaperDigest.Mail;

/// <summary>What a sender asks the ledger for.</summary>
/// <param name="Token">The sender's, from its <see cref="SenderPresence"/>.</param>
/// <param name="Now">What is due by then and still of use.</param>
/// <param name="RetriesAtOnce">Whether messages that wait after a refusal count as due.</param>
/// <param name="Except">Messages that this sender has tried in this round.</param>
internal sealed record MailClaim(Guid Token, DateTimeOffset Now, bool RetriesAtOnce, Guid[] Except)
{
    /// <summary>A small number: what is claimed waits for the message before it.</summary>
    public int Count { get; init; } = 4;
}

/// <summary>What a claim brought: messages to send, and how many were found too late to be of use.</summary>
internal sealed record ClaimedMail(IReadOnlyList<LeasedMail> Leased, int Expired);
