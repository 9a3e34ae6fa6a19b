using System.Text;
using System.Xml;

namespace PaperDigest.Api;

/// <summary>An XML document in UTF-8, written by whoever knows what is in it.</summary>
internal static class XmlDocumentBytes
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Of(Action<XmlWriter> write)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) write(xml);
        return bytes.ToArray();
    }
}
