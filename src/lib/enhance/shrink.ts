/** As large as the server keeps pictures; what is lighter than this is sent as it is. */
const longestSide = 2000;
const light = 400_000;

/**
 * A photo made smaller on the device, where that saves something to send: upright, and without what the camera noted. What
 * this browser cannot read, and what is no photo, is sent as it is: the server says what it thinks of it.
 */
export async function shrunk(file: File): Promise<Blob> {
	if (file.size < light || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
	try {
		const picture = await createImageBitmap(file);
		const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		const drawing = canvas.getContext('2d');
		if (!drawing) return file;
		drawing.fillStyle = '#fff';
		drawing.fillRect(0, 0, canvas.width, canvas.height);
		drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
		const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
		return made && made.size < file.size ? made : file;
	} catch {
		return file;
	}
}
