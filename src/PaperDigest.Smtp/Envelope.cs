using PaperDigest.Smtp.Mime;

namespace PaperDigest.Smtp;

/// <summary>
/// Who the relay is told sends (bounces go there; it may be empty) and who receives: one recipient, so that an outcome is one fact.
/// </summary>
public sealed record Envelope
{
    /// <summary>Throws ArgumentException for what is no ASCII addr-spec: nothing else may reach a command line.</summary>
    public Envelope(string from, string to)
    {
        From = from.Length == 0 ? from : new Mailbox(from).Address;
        To = new Mailbox(to).Address;
    }

    public string From { get; }

    public string To { get; }
}
