using System.Net;

namespace PaperDigest.Tests.Sources;

/// <summary>Answers 200 and the same bytes again and again, with a pause before each time.</summary>
internal sealed class EndlessAnswer(byte[] piece, TimeSpan pause = default, long? length = null) : HttpMessageHandler
{
    private Flow? flow;

    public long Given => flow?.Given ?? 0;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(flow = new Flow(piece, pause));
        content.Headers.ContentLength = length;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    private sealed class Flow(byte[] piece, TimeSpan pause) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause, cancellationToken);
            var given = Math.Min(piece.Length, buffer.Length);
            piece.AsMemory(0, given).CopyTo(buffer);
            Given += given;
            return given;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
