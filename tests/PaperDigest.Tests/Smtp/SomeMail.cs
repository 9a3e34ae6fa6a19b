using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

/// <summary>A short message and its envelope, for tests to which its content does not matter.</summary>
internal static class SomeMail
{
    public static Envelope Envelope { get; } = new("bounce+1@digest.example", "reader@example.org");

    public static byte[] Octets { get; } = "Subject: one\r\n\r\nHello\r\n"u8.ToArray();

    public static Task<SendOutcome> SendAsync(IMailTransport transport, byte[]? message = null, Action? beforeBody = null) =>
        transport.SendAsync(
            Envelope,
            message ?? Octets,
            _ =>
            {
                beforeBody?.Invoke();
                return ValueTask.FromResult(true);
            },
            TestContext.Current.CancellationToken);
}
