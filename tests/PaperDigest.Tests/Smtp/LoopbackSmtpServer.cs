using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using PaperDigest.Smtp;

namespace PaperDigest.Tests.Smtp;

/// <summary>
/// A real SMTP server on 127.0.0.1 that keeps what it accepts and misbehaves on demand. Everything it saw can be read while it runs.
/// </summary>
internal sealed class LoopbackSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Task> sessions = new();
    private readonly ConcurrentQueue<ReceivedMessage> messages = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentDictionary<SmtpFault, int> faults = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;
    private int connections;

    private LoopbackSmtpServer(LoopbackSmtpOptions options)
    {
        Options = options;
        listener.Start();
        accepting = AcceptAsync();
    }

    public LoopbackSmtpOptions Options { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What a client needs to reach this server, trusting its certificate.</summary>
    public SmtpSettings Settings => new() { Host = "localhost", Port = Port, Security = Options.Security, TrustedRoot = Certificate };

    /// <summary>The certificate the server shows: its own root, made out to localhost.</summary>
    public X509Certificate2 Certificate { get; } = LoopbackCertificate.Shared;

    public IReadOnlyList<ReceivedMessage> Messages => [.. messages];

    /// <summary>Every command line, without its CRLF, the answers to 334 included.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    public int Connections => connections;

    public static LoopbackSmtpServer Start(LoopbackSmtpOptions? options = null) => new(options ?? new LoopbackSmtpOptions());

    /// <summary>Commits the fault the next so many times that it can be.</summary>
    public void Inject(SmtpFault fault, int times = 1) => faults.AddOrUpdate(fault, times, (_, left) => left + times);

    /// <summary>Resets all connections now.</summary>
    public async Task DropConnectionsAsync()
    {
        foreach (var (socket, session) in sessions)
        {
            Cut(socket);
            await session;
        }
    }

    /// <summary>Says on all connections that nothing more will come (FIN), and goes on listening.</summary>
    public void EndConnections()
    {
        foreach (var socket in sessions.Keys)
            socket.Shutdown(SocketShutdown.Send);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        await DropConnectionsAsync();
        stopping.Dispose();
    }

    internal bool Commits(SmtpFault fault)
    {
        while (faults.TryGetValue(fault, out var left) && left > 0)
        {
            if (faults.TryUpdate(fault, left - 1, left))
                return true;
        }
        return false;
    }

    internal void Heard(string command) => commands.Enqueue(command);

    internal void Keep(ReceivedMessage message) => messages.Enqueue(message);

    private static void Cut(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It ended by itself meanwhile.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stopping.Token);
                socket.NoDelay = true;
                Interlocked.Increment(ref connections);
                var begun = new TaskCompletionSource();
                sessions[socket] = RunAsync(socket, begun.Task);
                begun.SetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task RunAsync(Socket socket, Task begun)
    {
        await begun;
        try
        {
            await using var session = new LoopbackSmtpSession(this, socket);
            await session.RunAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, or the test did.
        }
        finally
        {
            sessions.TryRemove(socket, out _);
        }
    }
}
