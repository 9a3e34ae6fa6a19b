namespace PaperDigest.Tests.Smtp;

/// <summary>What a <see cref="LoopbackSmtpServer"/> can be told to do wrong.</summary>
public enum SmtpFault
{
    Greet421,
    Mail550,
    Recipient450,
    Recipient550,

    /// <summary>The whole message is refused, for now or for good, after its final dot.</summary>
    Message451,
    Message554,

    /// <summary>The connection ends in place of a greeting.</summary>
    CloseAtGreeting,

    /// <summary>The connection is reset in place of 354, or within the message.</summary>
    DropBeforeData,
    DropInMessage,

    /// <summary>The connection is reset after the final dot; the message is not kept, or is.</summary>
    DropUnkept,
    DropKept,

    /// <summary>The message is kept and never answered.</summary>
    SilentKept,

    /// <summary>After the answer to a message comes a 421 and the end.</summary>
    CloseWhenIdle,

    /// <summary>MAIL is answered with 421.</summary>
    CloseAtMail,
}
