namespace PaperDigest.Smtp;

/// <summary>The step of a hand-over at which something happened, in their order.</summary>
public enum SendPhase
{
    Connect,
    Tls,
    Greeting,
    Hello,
    Authentication,
    Mail,
    Recipient,

    /// <summary>The DATA command, up to 354.</summary>
    Data,

    /// <summary>The message itself, its final dot and the answer to that.</summary>
    Message,
}
