using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

/// <summary>One conversation of a <see cref="LoopbackSmtpServer"/>, from greeting to end.</summary>
internal sealed class LoopbackSmtpSession(LoopbackSmtpServer server, Socket socket) : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private Stream stream = new NetworkStream(socket, ownsSocket: true);
    private int start;
    private int end;
    private string? sender;
    private string? recipient;

    private LoopbackSmtpOptions Options => server.Options;

    public async Task RunAsync()
    {
        if (Options.Security is SmtpSecurity.Tls)
            await EncryptAsync();
        if (server.Commits(SmtpFault.CloseAtGreeting))
            return;
        if (server.Commits(SmtpFault.Greet421))
        {
            await SayAsync("421 4.3.2 not now");
            return;
        }
        await SayAsync("220 loopback.example ESMTP");
        while (await ReadLineAsync() is { } octets)
        {
            var line = Encoding.UTF8.GetString(octets).TrimEnd('\r', '\n');
            server.Heard(line);
            if (!await AnswerAsync(line))
                return;
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<bool> AnswerAsync(string line)
    {
        if (Options.Script(line) is { } scripted)
        {
            await SendAsync(scripted);
            return true;
        }
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                return await SayAsync(Options.KnowsEhlo ? Offer() : "502 5.5.1 not here");
            case "HELO":
                return await SayAsync("250 loopback.example");
            case "STARTTLS":
                await SayAsync("220 2.0.0 go ahead");
                await EncryptAsync();
                return true;
            case "AUTH":
                return await AuthenticateAsync(line.Split(' '));
            case "MAIL":
                return await MailAsync(line);
            case "RCPT":
                return await RecipientAsync(line);
            case "DATA":
                return await DataAsync();
            case "RSET":
                sender = recipient = null;
                return await SayAsync("250 2.0.0 ok");
            case "QUIT":
                await SayAsync("221 2.0.0 bye");
                return false;
            default:
                return await SayAsync("502 5.5.2 not here");
        }
    }

    private string Offer()
    {
        List<string> lines = ["loopback.example", .. Options.Extensions];
        if (Options.Security is SmtpSecurity.StartTls && stream is not SslStream)
            lines.Add("STARTTLS");
        if (Options.AuthMechanisms is { } mechanisms)
            lines.Add($"AUTH {mechanisms}");
        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<bool> AuthenticateAsync(string[] words)
    {
        string password;
        if (words[1] == "PLAIN")
        {
            password = Decode(words[2]).Split('\0')[2];
        }
        else
        {
            await SayAsync("334 VXNlcm5hbWU6");
            server.Heard(await ReadTextAsync());
            await SayAsync("334 UGFzc3dvcmQ6");
            var answer = await ReadTextAsync();
            server.Heard(answer);
            password = Decode(answer);
        }
        return await SayAsync(password == Options.Password ? "235 2.7.0 welcome" : "535 5.7.8 wrong credentials");
    }

    private async Task<bool> MailAsync(string line)
    {
        if (server.Commits(SmtpFault.CloseAtMail))
        {
            await SayAsync("421 4.4.2 idle for too long");
            return false;
        }
        if (server.Commits(SmtpFault.Mail550))
            return await SayAsync("550 5.7.1 not from you");
        sender = BetweenBrackets(line);
        recipient = null;
        return await SayAsync("250 2.1.0 ok");
    }

    private async Task<bool> RecipientAsync(string line)
    {
        if (sender is null)
            return await SayAsync("503 5.5.1 MAIL first");
        if (server.Commits(SmtpFault.Recipient450))
            return await SayAsync("450 4.2.1 try again later");
        if (server.Commits(SmtpFault.Recipient550))
            return await SayAsync("550 5.1.1 no such user");
        recipient = BetweenBrackets(line);
        return await SayAsync("250 2.1.5 ok");
    }

    private async Task<bool> DataAsync()
    {
        if (server.Commits(SmtpFault.DropBeforeData))
            return Reset();
        if (sender is null || recipient is null)
            return await SayAsync("503 5.5.1 no recipient");
        await SayAsync("354 go ahead");
        using var octets = new MemoryStream();
        while (true)
        {
            if (await ReadLineAsync() is not { } line)
                return false;
            if (server.Commits(SmtpFault.DropInMessage))
                return Reset();
            if (line.AsSpan().SequenceEqual(".\r\n"u8))
                break;
            octets.Write(line.AsSpan(line[0] == '.' ? 1 : 0));
        }
        return await EndOfMessageAsync(new(sender, recipient, octets.ToArray()));
    }

    private async Task<bool> EndOfMessageAsync(ReceivedMessage message)
    {
        sender = recipient = null;
        if (server.Commits(SmtpFault.DropUnkept))
            return Reset();
        if (server.Commits(SmtpFault.Message451))
            return await SayAsync("451 4.3.0 try again later");
        if (server.Commits(SmtpFault.Message554))
            return await SayAsync("554 5.7.1 refused");
        server.Keep(message);
        if (server.Commits(SmtpFault.DropKept))
            return Reset();
        if (server.Commits(SmtpFault.SilentKept))
            return true;
        await SayAsync($"250 2.0.0 queued as {server.Messages.Count}");
        if (!server.Commits(SmtpFault.CloseWhenIdle))
            return true;
        await SayAsync("421 4.4.2 idle for too long");
        return false;
    }

    private async Task EncryptAsync()
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate });
        stream = encrypted;
    }

    private bool Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return false;
    }

    private Task<bool> SayAsync(string lines) => SendAsync(lines + "\r\n");

    private async Task<bool> SendAsync(string text)
    {
        var octets = Encoding.Latin1.GetBytes(text);
        var piece = Options.SplitsReplies ? 1 : octets.Length;
        for (var i = 0; i < octets.Length; i += piece)
            await stream.WriteAsync(octets.AsMemory(i, piece));
        return true;
    }

    private async Task<string> ReadTextAsync() => Encoding.ASCII.GetString(await ReadLineAsync() ?? []).TrimEnd('\r', '\n');

    /// <summary>A line with its line feed; null at the end of the connection.</summary>
    private async Task<byte[]?> ReadLineAsync()
    {
        var line = new List<byte>();
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var taken = at < 0 ? end - start : at + 1;
            line.AddRange(buffer.AsSpan(start, taken));
            start += taken;
            if (at >= 0)
                return [.. line];
            start = 0;
            end = await stream.ReadAsync(buffer);
            if (end == 0)
                return null;
        }
    }

    private static string BetweenBrackets(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
