using System.Net.Sockets;
using System.Text;

namespace PaperDigest.Smtp.Wire;

/// <summary>
/// From the open connection to the first transaction: greeting, EHLO, TLS, authentication. There is no falling back: TLS that was asked
/// for and credentials that were given are used, or this fails.
/// </summary>
internal sealed class SmtpHandshake(SmtpStream stream, SmtpSettings settings)
{
    private SmtpStep Hello => new(SendPhase.Hello, settings.Timeouts.Command);

    private SmtpStep Authentication => new(SendPhase.Authentication, settings.Timeouts.Command);

    public async Task<SmtpExtensions> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Security is SmtpSecurity.Tls)
            await stream.EncryptAsync(settings, cancellationToken);
        var greeting = await stream.ReadReplyAsync(new(SendPhase.Greeting, settings.Timeouts.Greeting), cancellationToken);
        if (greeting.Code != 220)
            throw RelayFailureException.Answered(SendPhase.Greeting, HandOverFailure.RelayRefused, greeting);
        var extensions = await SayHelloAsync(cancellationToken);
        if (settings.Security is SmtpSecurity.StartTls)
            extensions = await StartTlsAsync(extensions, cancellationToken);
        if (settings.User is not null)
            await AuthenticateAsync(extensions.AuthMechanisms, cancellationToken);
        return extensions;
    }

    private async Task<SmtpExtensions> SayHelloAsync(CancellationToken cancellationToken)
    {
        var name = settings.EhloName ?? AddressLiteral();
        var reply = await stream.AskAsync($"EHLO {name}", Hello, cancellationToken);
        if (reply.Code == 250)
            return SmtpExtensions.Read(reply);
        if (reply.Code is 500 or 501 or 502 or 504)
            reply = await stream.AskAsync($"HELO {name}", Hello, cancellationToken);
        return reply.Code == 250
            ? SmtpExtensions.None
            : throw RelayFailureException.Answered(SendPhase.Hello, HandOverFailure.RelayRefused, reply);
    }

    private async Task<SmtpExtensions> StartTlsAsync(SmtpExtensions offered, CancellationToken cancellationToken)
    {
        if (!offered.StartTls)
            throw new RelayFailureException(SendPhase.Tls, HandOverFailure.TlsFailed, "The relay does not offer STARTTLS.");
        var reply = await stream.AskAsync("STARTTLS", new(SendPhase.Tls, settings.Timeouts.Command), cancellationToken);
        if (reply.Code != 220)
            throw RelayFailureException.Answered(SendPhase.Tls, HandOverFailure.TlsFailed, reply);
        await stream.EncryptAsync(settings, cancellationToken);
        // What was said before TLS may have been said by anyone (RFC 3207, 4.2).
        return await SayHelloAsync(cancellationToken);
    }

    private async Task AuthenticateAsync(IReadOnlySet<string> mechanisms, CancellationToken cancellationToken)
    {
        if (!stream.IsEncrypted && !stream.LeadsToThisMachine)
            throw Unauthenticated("The credentials were not sent, for the connection is not encrypted.");
        if (mechanisms.Contains("PLAIN"))
            await AuthenticatePlainAsync(cancellationToken);
        else if (mechanisms.Contains("LOGIN"))
            await AuthenticateLoginAsync(cancellationToken);
        else
            throw Unauthenticated($"The relay offers neither AUTH PLAIN nor AUTH LOGIN, only: {string.Join(' ', mechanisms.Order())}.");
    }

    private async Task AuthenticatePlainAsync(CancellationToken cancellationToken)
    {
        var credentials = Base64($"\0{settings.User}\0{settings.Password}");
        var reply = await stream.AskAsync($"AUTH PLAIN {credentials}", Authentication, cancellationToken);
        // RFC 4954 allows the response in the command; a server that ignores it asks again.
        if (reply.Code == 334)
            reply = await stream.AskAsync(credentials, Authentication, cancellationToken);
        RequireSuccess(reply);
    }

    private async Task AuthenticateLoginAsync(CancellationToken cancellationToken)
    {
        var reply = await stream.AskAsync("AUTH LOGIN", Authentication, cancellationToken);
        if (reply.Code == 334)
            reply = await stream.AskAsync(Base64(settings.User!), Authentication, cancellationToken);
        if (reply.Code == 334)
            reply = await stream.AskAsync(Base64(settings.Password!), Authentication, cancellationToken);
        RequireSuccess(reply);
    }

    private string AddressLiteral()
    {
        var address = stream.LocalEndPoint.Address;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetwork ? $"[{address}]" : $"[IPv6:{address.ToString().Split('%')[0]}]";
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void RequireSuccess(SmtpReply reply)
    {
        if (reply.Code != 235)
            throw RelayFailureException.Answered(SendPhase.Authentication, HandOverFailure.AuthenticationFailed, reply);
    }

    private static RelayFailureException Unauthenticated(string reason) =>
        new(SendPhase.Authentication, HandOverFailure.AuthenticationFailed, reason);
}
