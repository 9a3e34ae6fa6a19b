using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaperDigest.Smtp.Wire;

/// <summary>
/// The connection as octets and replies, each step with its own limit of time. Every failure is a
/// <see cref="RelayFailureException"/>, except that the caller's cancellation stays what it is.
/// </summary>
internal sealed class SmtpStream : IAsyncDisposable
{
    private readonly Socket socket;
    private readonly ReplyReader replies = new();
    private Stream stream;

    private SmtpStream(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    public IPEndPoint LocalEndPoint => (IPEndPoint)socket.LocalEndPoint!;

    public bool IsEncrypted => stream is SslStream;

    public bool LeadsToThisMachine => IPAddress.IsLoopback(((IPEndPoint)socket.RemoteEndPoint!).Address);

    /// <summary>
    /// Something came, or the end came, while we owed the next step: before a transaction, a 421 or a closed connection.
    /// </summary>
    public bool HasUnexpectedInput => replies.HasMore || socket.Poll(0, SelectMode.SelectRead);

    /// <summary>The other end has closed or reset the connection, so that nothing written now can arrive.</summary>
    public bool IsClosedByPeer
    {
        get
        {
            try
            {
                Span<byte> one = stackalloc byte[1];
                return socket.Poll(0, SelectMode.SelectRead) && socket.Receive(one, SocketFlags.Peek) == 0;
            }
            catch (SocketException)
            {
                return true;
            }
        }
    }

    public static async Task<SmtpStream> ConnectAsync(SmtpSettings settings, CancellationToken cancellationToken)
    {
        // Without NoDelay the last, short write waits for an acknowledgement that the relay delays by 40 ms: 22 messages a second.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        try
        {
            await RunAsync(
                new(SendPhase.Connect, settings.Timeouts.Connect),
                async limited => { await socket.ConnectAsync(settings.Host, settings.Port, limited); return true; },
                cancellationToken);
            return new SmtpStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Turns to TLS. The certificate must be trusted and bear the host's name.</summary>
    public async Task EncryptAsync(SmtpSettings settings, CancellationToken cancellationToken)
    {
        if (replies.HasMore)
            throw new RelayFailureException(SendPhase.Tls, HandOverFailure.TlsFailed, "The relay sent more after agreeing to STARTTLS.");
        var encrypted = new SslStream(stream);
        stream = encrypted;
        await RunAsync(
            new(SendPhase.Tls, settings.Timeouts.Tls),
            async limited => { await encrypted.AuthenticateAsClientAsync(OptionsOf(settings), limited); return true; },
            cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> octets, SmtpStep step, CancellationToken cancellationToken) =>
        RunAsync(step, async limited => { await stream.WriteAsync(octets, limited); return true; }, cancellationToken);

    public Task WriteAsync(string commands, SmtpStep step, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.ASCII.GetBytes(commands), step, cancellationToken);

    public Task<SmtpReply> ReadReplyAsync(SmtpStep step, CancellationToken cancellationToken) =>
        RunAsync(step, limited => replies.ReadAsync(stream, limited), cancellationToken);

    public async Task<SmtpReply> AskAsync(string command, SmtpStep step, CancellationToken cancellationToken)
    {
        await WriteAsync(command + "\r\n", step, cancellationToken);
        return await ReadReplyAsync(step, cancellationToken);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static SslClientAuthenticationOptions OptionsOf(SmtpSettings settings)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Host };
        if (settings.TrustedRoot is { } root)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.Add(root);
        }
        return options;
    }

    private static async Task<T> RunAsync<T>(
        SmtpStep step, Func<CancellationToken, ValueTask<T>> action, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(step.Limit);
        try
        {
            return await action(limit.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException
            or FormatException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = e switch
            {
                OperationCanceledException => HandOverFailure.TimedOut,
                FormatException => HandOverFailure.ProtocolViolated,
                _ when step.Phase is SendPhase.Connect => HandOverFailure.Unreachable,
                _ when step.Phase is SendPhase.Tls => HandOverFailure.TlsFailed,
                _ => HandOverFailure.ConnectionLost,
            };
            var reason = failure is HandOverFailure.TimedOut ? $"The relay did not answer within {step.Limit}." : e.Message;
            throw new RelayFailureException(step.Phase, failure, reason);
        }
    }
}
