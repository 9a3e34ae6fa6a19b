namespace PaperDigest.Smtp;

/// <summary>What a refusal is about, and so whom it should cost something: the address, this message, or all that we send.</summary>
public enum RefusalConcern
{
    /// <summary>The mailbox: unknown, moved, full, or deferred for itself.</summary>
    Recipient,

    /// <summary>This message: too large, not convertible, its content refused.</summary>
    Message,

    /// <summary>Us or the relay: policy (X.7.x), sender, system, syntax. Never a reason to call an address bad.</summary>
    Relay,
}
