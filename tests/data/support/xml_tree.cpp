#include "tests/data/support/xml_tree.h"

#include <QProcess>
#include <QXmlStreamReader>

namespace trestle::test {

namespace {

XmlNode readElement(QXmlStreamReader& reader)
{
    XmlNode node;
    node.name = reader.name().toString().toStdString();
    for (const QXmlStreamAttribute& attribute : reader.attributes())
        node.attributes.emplace_back(attribute.qualifiedName().toString().toStdString(),
                                     attribute.value().toString().toStdString());
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            node.children.push_back(readElement(reader));
        else if (reader.isCharacters())
            node.text += reader.text().toString().toStdString();
        else if (reader.isEndElement())
            break;
    }
    return node;
}

} // namespace

const XmlNode& XmlNode::none()
{
    static const XmlNode empty;
    return empty;
}

const XmlNode& XmlNode::child(std::string_view wanted) const
{
    for (const XmlNode& child : children)
        if (child.name == wanted)
            return child;
    return none();
}

std::vector<const XmlNode*> XmlNode::all(std::string_view wanted) const
{
    std::vector<const XmlNode*> found;
    for (const XmlNode& child : children)
        if (child.name == wanted)
            found.push_back(&child);
    return found;
}

std::string XmlNode::attribute(std::string_view wanted) const
{
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

XmlNode readXml(const std::string& text)
{
    QXmlStreamReader reader(QByteArray::fromStdString(text));
    if (!reader.readNextStartElement())
        qFatal("no XML: %s", qPrintable(reader.errorString()));
    XmlNode root = readElement(reader);
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError())
        qFatal("broken XML: %s", qPrintable(reader.errorString()));
    return root;
}

std::string printedBy(const std::string& program, const std::vector<std::string>& arguments, const std::string& input)
{
    QStringList list;
    for (const std::string& argument : arguments)
        list += QString::fromStdString(argument);
    QProcess process;
    process.start(QString::fromStdString(program), list);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s: %s", program.c_str(), process.readAllStandardError().constData());
    return process.readAllStandardOutput().toStdString();
}

} // namespace trestle::test
