using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperDigest.Api;

/// <summary>A JSON document in UTF-8, written by whoever knows what is in it.</summary>
internal static class JsonBytes
{
    // Letters of all scripts as they are; never inside a page of HTML, for which this would not do.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) write(json);
        return bytes.ToArray();
    }
}
