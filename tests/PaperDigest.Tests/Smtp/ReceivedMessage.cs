using System.Text;

namespace PaperDigest.Tests.Smtp;

/// <summary>A message that a <see cref="LoopbackSmtpServer"/> has accepted, its octets as they were before dot-stuffing.</summary>
internal sealed record ReceivedMessage(string From, string To, byte[] Octets)
{
    /// <summary>For messages that are ASCII, as all that we write are.</summary>
    public string Text => Encoding.Latin1.GetString(Octets);
}
